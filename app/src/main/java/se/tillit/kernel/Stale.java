package se.tillit.kernel;

/// Somebody else changed it since it was read (409): nothing is overwritten unseen.
public class Stale extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Stale(String what, Object id) {
    super(what + " " + id);
  }
}
