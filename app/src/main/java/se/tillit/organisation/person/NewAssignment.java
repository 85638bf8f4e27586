package se.tillit.organisation.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Period;

/// What a person does where and when: in a unit, or, when elected, in a body.
public record NewAssignment(
    UUID person,
    String kind,
    @Nullable UUID unit,
    @Nullable UUID body,
    String title,
    Period period) {}
