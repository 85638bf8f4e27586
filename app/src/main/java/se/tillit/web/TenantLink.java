package se.tillit.web;

/// A municipality to enter: its short key, its name, and the address of its first page.
public record TenantLink(String key, String name, String href) {}
