package se.tillit.exchange.intake;

import java.util.Locale;

/// How far an upload has come.
public enum UploadState {
  READING,
  READY,
  REFUSED,
  ACCEPTING,
  ACCEPTED,
  DISCARDED,
  UNDOING,
  UNDONE;

  public String key() {
    return "exchange.state." + name().toLowerCase(Locale.ROOT);
  }

  public boolean isMoving() {
    return this == READING || this == ACCEPTING || this == UNDOING;
  }
}
