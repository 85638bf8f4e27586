/// Journeys: each person's errand, from sign-in to done, in a real browser with the demo tenants.
package se.tillit.journeys;
