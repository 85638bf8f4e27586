package se.tillit;

/// The one command: serves, issues tokens, exports and verifies the trail.
public class Tillit {

  public static void main(String[] arguments) {}
}
