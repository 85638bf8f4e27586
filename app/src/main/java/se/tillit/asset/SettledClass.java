package se.tillit.asset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a classification came to: the highest level of any aspect, and the profile of them all.
///
/// @param level the highest level, counted from 0; -1 when nothing is settled
/// @param of how many levels the model has
/// @param label the model's word for the level, such as `Betydande`
/// @param profile each aspect's letter and level, such as `K2 R3 T1`
/// @param until the last day it stands
public record SettledClass(
    int level, int of, String label, String profile, @Nullable LocalDate until) {

  public static final SettledClass NONE = new SettledClass(-1, 0, "", "", null);

  public boolean isSettled() {
    return level >= 0;
  }
}
