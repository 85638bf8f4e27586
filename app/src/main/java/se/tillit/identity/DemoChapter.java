package se.tillit.identity;

/// A module's part of an invented municipality, written once for each demo tenant, within the
/// tenant and in the one transaction that either writes the whole tenant or nothing. One bean a
/// module; a lower order is written first.
public interface DemoChapter {

  int order();

  void write(String tenantKey);
}
