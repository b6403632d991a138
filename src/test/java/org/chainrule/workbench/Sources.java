package org.chainrule.workbench;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import tools.jackson.databind.JsonNode;

/**
 * What the workbench's sources say to the components and hear from them, as the compiler
 * understands them: in the lines of {@code shapes.mjs}.
 */
final class Sources {
    private static final Path FOLDER = Path.of("src/main/java/org/chainrule/workbench");
    private static final Pattern SPEAKS =
            Pattern.compile("setBean|Sent\\.<|setProperty[A-Z]|JsonNode|getEventData|\"cr-");
    private static final String DETAIL = "event.detail.";

    private final JavacTask task;
    private final Trees trees;
    private final Elements elements;
    private final SortedMap<String, Set<String>> shapes = new TreeMap<>();
    private final Set<String> removed = new HashSet<>();
    private final SortedSet<String> lines = new TreeSet<>();

    private Sources(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        List<String> options = List.of("-proc:none", "-Xlint:none");
        var sources = manager.getJavaFileObjectsFromPaths(files);
        task = (JavacTask) compiler.getTask(null, manager, null, options, null, sources);
        trees = Trees.instance(task);
        elements = task.getElements();
    }

    /** "property name: shape", "event name" and "detail name: shape". */
    static SortedSet<String> lines() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Sources sources = new Sources(files.filter(Sources::speaks).toList());
            Iterable<? extends CompilationUnitTree> units = sources.task.parse();
            sources.task.analyze();
            units.forEach(unit -> sources.new Calls().scan(unit, null));
            sources.properties();
            return sources.lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is taken away in the browser becomes null there. */
    private void properties() {
        shapes.forEach((name, sent) -> {
            String end = removed.contains(name) ? " | null" : "";
            sent.forEach(shape -> lines.add("property " + name + ": " + shape + end));
        });
    }

    /** Whether a file has anything to do with it; the others are known by their classes. */
    private static boolean speaks(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && SPEAKS.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Calls extends TreePathScanner<Void, Void> {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            if (call.getMethodSelect() instanceof MemberSelectTree method) {
                List<? extends ExpressionTree> arguments = call.getArguments();
                switch (method.getIdentifier().toString()) {
                    case "setBean" -> sent(arguments.get(1), arguments.get(2));
                    case "bean" -> sent(arguments.get(1), call.getTypeArguments().getFirst());
                    case "setPropertyBean" -> sent(arguments.get(0), arguments.get(1));
                    case "setPropertyList", "setPropertyMap" ->
                            throw new AssertionError("a record is sent alone: " + call);
                    case "removeProperty" -> removed.add(constant(arguments.getFirst()));
                    case "path", "get" -> read(method, arguments);
                    default -> {}
                }
            }
            return super.visitMethodInvocation(call, none);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void none) {
            if (literal.getValue() instanceof String text && text.matches("cr-[a-z-]+")) {
                lines.add("event " + text);
            }
            return super.visitLiteral(literal, none);
        }

        private void sent(ExpressionTree name, Tree bean) {
            shapes.computeIfAbsent(constant(name), _ -> new HashSet<>()).add(shape(typeOf(bean)));
        }

        private void read(MemberSelectTree method, List<? extends ExpressionTree> arguments) {
            boolean json =
                    typeOf(method.getExpression()).toString().equals(JsonNode.class.getName());
            if (!json || arguments.size() != 1) {
                return;
            }
            String name = constant(arguments.getFirst());
            boolean detail = name.startsWith(DETAIL);
            if (detail || !name.contains(".")) {
                lines.add(
                        "detail "
                                + (detail ? name.substring(DETAIL.length()) : name)
                                + ": "
                                + readAs());
            }
        }

        /** What is made of the field that is read here. */
        private String readAs() {
            Tree then = getCurrentPath().getParentPath().getLeaf();
            String as =
                    then instanceof MemberSelectTree next ? next.getIdentifier().toString() : "";
            return switch (as) {
                case "asString" -> "string";
                case "asInt", "asLong", "asDouble" -> "number";
                case "asBoolean" -> "boolean";
                default -> "object";
            };
        }

        private String constant(ExpressionTree tree) {
            if (tree instanceof LiteralTree literal) {
                return String.valueOf(literal.getValue());
            }
            Element element = trees.getElement(new TreePath(getCurrentPath(), tree));
            if (element instanceof VariableElement variable
                    && variable.getConstantValue() != null) {
                return String.valueOf(variable.getConstantValue());
            }
            throw new AssertionError("no constant: " + tree);
        }

        private TypeMirror typeOf(Tree tree) {
            return trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
        }
    }

    private String shape(TypeMirror type) {
        DeclaredType declared = (DeclaredType) type;
        String name = elements.getBinaryName((TypeElement) declared.asElement()).toString();
        return switch (name) {
            case "java.util.Map" -> "{*: " + shape(declared.getTypeArguments().getLast()) + "}";
            default -> Shapes.of(classOf(name));
        };
    }

    private static Class<?> classOf(String name) {
        try {
            return Objects.requireNonNull(Class.forName(name));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
