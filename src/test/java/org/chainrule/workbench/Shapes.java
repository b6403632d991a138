package org.chainrule.workbench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.vaadin.flow.internal.JacksonUtils;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;

/**
 * The shape of the JSON that Flow makes of a type, as {@code shapes.mjs} writes those that are
 * read.
 */
final class Shapes {
    private Shapes() {}

    static String of(Class<?> type) {
        if (type == String.class) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == int.class
                || type == Integer.class
                || type == double.class
                || type == Double.class) {
            return "number";
        }
        if (type.isRecord()) {
            return "{" + String.join(", ", fields(type)) + "}";
        }
        throw new AssertionError("no shape of " + type);
    }

    private static String of(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class) ? there(type) + " | null" : there(type);
    }

    private static String there(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            var raw = ((ParameterizedType) generic.getType()).getRawType();
            if (raw == List.class) {
                return "[" + of(arguments[0]) + "]";
            }
            if (raw == Map.class && arguments[0].getType() == String.class) {
                return "{*: " + of(arguments[1]) + "}";
            }
        }
        if (type.getType() instanceof Class<?> plain) {
            return of(plain);
        }
        throw new AssertionError("no shape of " + type);
    }

    /** What Jackson writes, which may be more than a record's components. */
    private static SortedSet<String> fields(Class<?> type) {
        SortedSet<String> fields = new TreeSet<>();
        JacksonUtils.getMapper()
                .acceptJsonFormatVisitor(
                        type,
                        new JsonFormatVisitorWrapper.Base() {
                            @Override
                            public JsonObjectFormatVisitor expectObjectFormat(JavaType object) {
                                return new JsonObjectFormatVisitor.Base(getContext()) {
                                    @Override
                                    public void property(BeanProperty property) {
                                        fields.add(field(property));
                                    }

                                    @Override
                                    public void optionalProperty(BeanProperty property) {
                                        fields.add(field(property));
                                    }
                                };
                            }
                        });
        return fields;
    }

    /** A field that is left out where it is null is an optional one. */
    private static String field(BeanProperty property) {
        AnnotatedType type =
                switch (property.getMember().getMember()) {
                    case Method accessor -> accessor.getAnnotatedReturnType();
                    case java.lang.reflect.Field field -> field.getAnnotatedType();
                    default -> throw new AssertionError("no type of " + property);
                };
        JsonInclude include = property.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL
                ? property.getName() + "?: " + there(type)
                : property.getName() + ": " + of(type);
    }
}
