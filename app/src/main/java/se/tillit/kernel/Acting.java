package se.tillit.kernel;

import java.util.concurrent.Callable;

/// Holds, for as long as a piece of work runs, who does it: the tenant wall and the trail read it
/// from here.
public final class Acting {

  private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

  private Acting() {}

  public static Actor current() {
    return ACTOR.orElseThrow(() -> new IllegalStateException("nobody acts here"));
  }

  public static boolean isAnyone() {
    return ACTOR.isBound();
  }

  public static <T> T as(Actor actor, Callable<T> work) throws Exception {
    return ScopedValue.where(ACTOR, actor).call(work::call);
  }

  public static void run(Actor actor, Runnable work) {
    ScopedValue.where(ACTOR, actor).run(work);
  }
}
