package se.tillit.search;

import java.util.UUID;
import se.tillit.web.Icon;

/// A record that was found, as it is shown; `path` is below the tenant's address.
public record Hit(
    String kind, String labelKey, Icon icon, UUID id, String title, String subtitle, String path) {}
