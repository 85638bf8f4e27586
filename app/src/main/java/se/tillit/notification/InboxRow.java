package se.tillit.notification;

import java.util.UUID;

/// A notice as a line in the inbox.
public record InboxRow(UUID id, String sentence, String when, String machine, boolean unread) {}
