package se.tillit.job;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the scheduler keeps of a piece of work: whose it is and on whose behalf; the rest is read
/// when it runs.
record JobTicket(UUID tenant, @Nullable UUID person, String name, String kind, String task)
    implements Serializable {}
