package se.tillit.identity.signin;

import java.util.List;
import se.tillit.identity.demo.Persona;

/// The people of one invented municipality, as the sign-in page lists them.
public record DemoTown(String key, String name, List<Persona> people) {}
