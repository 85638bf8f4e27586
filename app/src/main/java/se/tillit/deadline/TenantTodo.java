package se.tillit.deadline;

import java.util.List;

/// What one municipality asks of a person who serves several.
///
/// @param more how many things beside those shown
public record TenantTodo(String name, String href, List<TodoItem> items, int more) {}
