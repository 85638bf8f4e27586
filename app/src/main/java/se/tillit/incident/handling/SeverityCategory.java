package se.tillit.incident.handling;

import java.util.List;
import se.tillit.web.Option;

/// A category with what each level means in it.
public record SeverityCategory(String key, String name, List<Option> levels) {}
