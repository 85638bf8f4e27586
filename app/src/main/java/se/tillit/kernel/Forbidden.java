package se.tillit.kernel;

/// The viewer may see it but not do this (403).
public class Forbidden extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Forbidden(String permission) {
    super(permission);
  }
}
