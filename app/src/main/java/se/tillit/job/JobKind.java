package se.tillit.job;

/// A kind of background work: one bean each. It calls the domain, runs twice without harm, stops
/// when interrupted.
public interface JobKind {

  String kind();

  void run(String task, Progress progress) throws Exception;

  /// Where work says how far it has come; stored at once, seen by all nodes.
  interface Progress {

    void of(long done, long total);
  }
}
