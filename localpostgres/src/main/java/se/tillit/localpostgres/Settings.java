package se.tillit.localpostgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// PostgreSQL's settings: loopback only, durable, modest in memory, and silent about what people
/// write.
final class Settings {

  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");

  private static final Map<String, String> FORGETFUL =
      Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off");

  private Settings() {}

  static List<String> arguments(Options options, int port, int major, boolean durable) {
    Map<String, String> settings = new TreeMap<>(ours(major));
    settings.putAll(durable ? DURABLE : FORGETFUL);
    settings.putAll(options.settings());
    settings.put("port", Integer.toString(port));
    List<String> arguments = new ArrayList<>();
    settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    return arguments;
  }

  private static Map<String, String> ours(int major) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("max_connections", "60");
    settings.put("password_encryption", "scram-sha-256");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");

    settings.put("shared_buffers", "128MB");
    settings.put("effective_cache_size", "1GB");
    settings.put("work_mem", "8MB");
    settings.put("maintenance_work_mem", "64MB");
    settings.put("random_page_cost", "1.1");
    settings.put("jit", "off");
    if (major >= 18) {
      settings.put("io_method", "sync"); // three processes fewer
    }

    settings.put("max_wal_senders", "0");
    settings.put("min_wal_size", "80MB");
    settings.put("max_wal_size", "1GB");
    settings.put("checkpoint_timeout", "15min");

    // Errors reach the application, which knows who may see them; the log must hold nobody's text.
    settings.put("log_min_messages", "log");
    settings.put("log_error_verbosity", "terse");
    settings.put("log_min_error_statement", "panic");
    settings.put("log_checkpoints", "off");
    return settings;
  }
}
