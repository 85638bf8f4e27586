package se.tillit.improvement.action;

import java.time.LocalDate;
import java.util.UUID;

/// An action that another waits for, or that waits for it.
public record Neighbour(UUID id, String title, LocalDate due, ActionState state) {}
