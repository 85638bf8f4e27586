package se.tillit.job;

/// What a module does for each tenant every minute, within the tenant; one bean each. It asks
/// cheaply whether there is anything to do, and runs twice without harm.
public interface FrequentWork {

  String name();

  void run() throws Exception;
}
