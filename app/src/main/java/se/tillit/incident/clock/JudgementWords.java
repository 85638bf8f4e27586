package se.tillit.incident.clock;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.incident.regime.Judgement;
import se.tillit.incident.regime.Regime;
import se.tillit.web.Words;

/// Says what an assessment amounts to, and because of what.
@Component
class JudgementWords {

  /// `Regimen gäller: minst ett kriterium är uppfyllt (A1).`
  String say(Words words, Regime regime, Judgement judgement) {
    List<String> because = judgement.because();
    return words.t(
        "incident.outcome." + judgement.outcome().key(),
        regime.titles().shortName().in(words),
        String.join(", ", because),
        because.size());
  }
}
