package se.tillit.incident.clock;

import java.util.List;
import se.tillit.web.Option;

/// One question of an assessment, with its answers to choose among.
///
/// @param source the legal source, with what to check where it was not read
/// @param facts what the case itself says about it
public record AssessmentQuestion(
    String key, String words, String source, List<String> facts, List<Option> answers) {}
