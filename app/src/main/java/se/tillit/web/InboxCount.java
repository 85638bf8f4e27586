package se.tillit.web;

import java.util.UUID;

/// How many unread messages a person has; `notification` answers.
public interface InboxCount {

  int unreadOf(UUID person);
}
