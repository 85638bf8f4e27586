package se.tillit.web;

import jakarta.servlet.http.HttpServletRequest;

/// Makes the page around a request: who looks, where, and the ways to go. Identity answers.
public interface PageSource {

  Page pageOf(HttpServletRequest request);
}
