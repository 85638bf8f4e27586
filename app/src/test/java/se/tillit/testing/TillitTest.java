package se.tillit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/// The whole application on a real PostgreSQL, one for all such tests of the run: inject `MockMvc`,
/// `Town` and registers.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {
      se.tillit.Tillit.class,
      Towns.class,
      CountedWork.class,
      MovableClock.class,
      CountedStatements.class,
      Sessions.class
    },
    properties = {"tillit.demo=false", "tillit.jobs.poll=100ms", "tillit.database.pool=10"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
public @interface TillitTest {}
