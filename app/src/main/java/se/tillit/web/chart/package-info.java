/// Charts made on the server as SVG, the same on a page, in PDF and in Word: colours are attributes
/// for paper, and `chart.css` gives them the page's light or dark tokens.
@NullMarked
@NamedInterface("chart")
package se.tillit.web.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
