package se.tillit.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Constructor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/// Refuses JSON that leaves out what one of our records demands: a part that isn't `@Nullable` must
/// be there, however deep, and the caller is told its place.
@Component
class DemandedFields extends SimpleModule {

  DemandedFields() {
    super("demanded-fields");
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.insertAnnotationIntrospector(new ByNullness());
  }

  private static final class ByNullness extends NopAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      return isDemanded(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
      return isDemanded(member)
          ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
          : JsonSetter.Value.empty();
    }

    private static boolean isDemanded(Annotated member) {
      return member instanceof AnnotatedParameter parameter
          && parameter.getDeclaringClass().isRecord()
          && parameter.getDeclaringClass().getPackageName().startsWith("se.tillit")
          && Optional.of(parameter.getOwner().getAnnotated())
              .filter(Constructor.class::isInstance)
              .map(Constructor.class::cast)
              .filter(maker -> !mayBeNull(maker, parameter.getIndex()))
              .isPresent();
    }

    private static boolean mayBeNull(Constructor<?> maker, int index) {
      return maker.getAnnotatedParameterTypes()[index].isAnnotationPresent(Nullable.class);
    }
  }
}
