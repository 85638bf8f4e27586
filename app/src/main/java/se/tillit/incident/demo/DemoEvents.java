package se.tillit.incident.demo;

import static se.tillit.incident.Certainty.KNOWN;
import static se.tillit.incident.Certainty.RISK;
import static se.tillit.incident.Certainty.SUSPECTED;
import static se.tillit.incident.IncidentState.CLOSED;
import static se.tillit.incident.IncidentState.HANDLED;
import static se.tillit.incident.IncidentState.REPORTED;
import static se.tillit.incident.IncidentState.TRIAGED;

import java.util.List;

/// What has happened in the invented municipalities: invented too, of the sort that does happen.
final class DemoEvents {

  static final List<DemoEvent> ALL =
      List.of(
          new DemoEvent(
              "Veckobrev med elevuppgifter till fel lista",
              "Veckobrevet gick till hela årskursens vårdnadshavare. I bilagan fanns en lista över"
                  + " elever med särskilt stöd.",
              KNOWN,
              "skola",
              "elev",
              false,
              "YES",
              1,
              REPORTED,
              "",
              0,
              "",
              "",
              ""),
          new DemoEvent(
              "Konstigt mejl som såg ut att komma från löneavdelningen",
              "Flera kollegor har fått ett mejl med en länk om ny lön. Jag klickade men skrev inte"
                  + " in något lösenord.",
              SUSPECTED,
              "ekonomi",
              "",
              false,
              "UNKNOWN",
              4,
              REPORTED,
              "",
              0,
              "",
              "",
              ""),
          new DemoEvent(
              "Trygghetslarmen svarar långsamt",
              "Larm kommer fram med flera minuters fördröjning på två boenden. Nattpatrullen går"
                  + " extra rundor.",
              KNOWN,
              "äldreomsorg",
              "",
              true,
              "YES",
              5,
              TRIAGED,
              "outage",
              3,
              "Leverantören felsöker. Bemanningen är förstärkt under natten.",
              "",
              ""),
          new DemoEvent(
              "Akt kvarlämnad i skrivaren",
              "En utskriven akt låg i skrivaren i korridoren över natten. Städpersonal hade"
                  + " tillträde.",
              KNOWN,
              "familj",
              "akt",
              false,
              "YES",
              9,
              HANDLED,
              "lost-paper",
              2,
              "Akten är hämtad och inlåst. De berörda kontaktas.",
              "routine-not-kept",
              ""),
          new DemoEvent(
              "Olåst dörr till serverrummet",
              "Dörren stod uppställd med en kil när jag kom i morse. Inget verkar saknas.",
              RISK,
              "kansli",
              "",
              false,
              "NO",
              23,
              CLOSED,
              "premises",
              1,
              "Kilen är borttagen och dörren har fått larm.",
              "routine-missing",
              "Dörren larmar när den stått öppen i två minuter."),
          new DemoEvent(
              "Tappad telefon med tjänstemejl",
              "Telefonen blev kvar på bussen. Den hade skärmlås med sexsiffrig kod.",
              KNOWN,
              "hemtjänst",
              "",
              false,
              "YES",
              48,
              CLOSED,
              "lost-device",
              1,
              "Telefonen är spärrad och raderad på distans samma kväll.",
              "mistake",
              "Alla telefoner ska kunna raderas på distans från första dagen."));

  private DemoEvents() {}
}
