package se.tillit.identity.tenant;

/// How an invitation left: by e-mail, or as a link to hand over.
public record SentInvitation(String name, boolean mailed, String link) {}
