/// Describes the API from its handlers, for the file that is shipped.
package se.tillit.openapi;
