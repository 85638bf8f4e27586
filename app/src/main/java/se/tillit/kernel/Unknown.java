package se.tillit.kernel;

/// There is no such thing, or none that the viewer may see (404): the two are never told apart.
public class Unknown extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unknown(String what, Object id) {
    super(what + " " + id);
  }
}
