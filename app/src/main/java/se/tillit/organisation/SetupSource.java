package se.tillit.organisation;

import java.util.List;

/// A module that a new municipality must be given something for before its pages can live.
public interface SetupSource {

  List<SetupStep> steps();
}
