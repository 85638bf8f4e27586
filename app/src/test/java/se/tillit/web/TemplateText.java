package se.tillit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the words that a template itself says: in its markup, in attributes that are read aloud,
/// and in what it hands to components. A scanner of JTE's outline, not a parser.
final class TemplateText {

  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final Pattern KEYWORD =
      Pattern.compile(
          "@(if|elseif|for|else|endif|endfor|raw|endraw|template|import|param)\\b[\\w.]*");
  private static final Pattern READ_ALOUD =
      Pattern.compile("\\s(?:aria-label|placeholder|title|alt|label|data-label)=\"([^\"$]+)\"");
  private static final Pattern HANDED =
      Pattern.compile("(?:title|label|hint|caption|lead|sentence|why|how|submit|empty)\\s*=\\s*$");

  private final String source;
  private final List<String> found = new ArrayList<>();
  private int at;

  TemplateText(String source) {
    this.source =
        source
            .replaceAll("(?s)<%--.*?--%>|<!--.*?-->", "")
            .replaceAll("(?m)^@(import|param).*$", "")
            .replaceAll("&[a-z]+;", " ");
  }

  List<String> found() {
    markup();
    return found;
  }

  /// Markup up to the end, or to the backtick that closes a block handed to a component.
  private void markup() {
    StringBuilder text = new StringBuilder();
    while (at < source.length() && source.charAt(at) != '`') {
      if (source.startsWith("${", at) || source.startsWith("!{", at)) {
        at += 2;
        code('}');
      } else if (source.charAt(at) == '<') {
        say(text);
        tag();
      } else if (source.charAt(at) == '@' && keyword()) {
        say(text);
      } else {
        text.append(source.charAt(at++));
      }
    }
    say(text);
  }

  private boolean keyword() {
    Matcher keyword = KEYWORD.matcher(source).region(at, source.length());
    if (!keyword.lookingAt()) {
      return false;
    }
    at = keyword.end();
    if (at < source.length() && source.charAt(at) == '(') {
      at++;
      code(')');
    }
    return true;
  }

  private void tag() {
    int start = at;
    char quote = 0;
    while (at < source.length() && (quote != 0 || source.charAt(at) != '>')) {
      if (source.startsWith("${", at)) {
        at += 2;
        code('}');
        continue;
      }
      char here = source.charAt(at++);
      if (here == '"' || here == '\'') {
        quote = quote == 0 ? here : quote == here ? 0 : quote;
      }
    }
    at++;
    READ_ALOUD
        .matcher(source.substring(start, Math.min(at, source.length())))
        .results()
        .forEach(read -> say(new StringBuilder(read.group(1))));
  }

  /// Java up to the bracket that closes it; blocks within are markup again.
  private void code(char close) {
    int depth = 0;
    int start = at;
    while (at < source.length()) {
      char here = source.charAt(at++);
      if (here == '"') {
        int end = source.indexOf('"', at);
        if (HANDED.matcher(source.substring(start, at - 1)).find()) {
          say(new StringBuilder(source.substring(at, end)));
        }
        at = end + 1;
      } else if (here == '@' && source.charAt(at) == '`') {
        at++;
        markup();
        at++;
      } else if (depth == 0 && here == close) {
        return;
      } else if (here == '(' || here == '{') {
        depth++;
      } else if (here == ')' || here == '}') {
        depth--;
      }
    }
  }

  private void say(StringBuilder text) {
    if (WORD.matcher(text).find()) {
      found.add(text.toString().strip());
    }
    text.setLength(0);
  }
}
