package se.tillit.improvement.goal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A strategic goal with its yearly steps; without one, the goals that serve none.
public record GoalBranch(@Nullable ShownGoal stem, List<ShownGoal> steps) {}
