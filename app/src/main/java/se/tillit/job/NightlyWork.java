package se.tillit.job;

/// What a module does for each tenant every night (02:00 Europe/Stockholm), within the tenant; one
/// bean each.
public interface NightlyWork {

  String name();

  void run() throws Exception;
}
