package se.tillit.search;

/// One kind to cut by, as a link.
public record KindLink(String labelKey, String href, boolean current) {}
