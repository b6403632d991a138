package org.chainrule.solution;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * The lines that stand on a page or in a document, each as the text of its sides: {@code name},
 * {@code formula}, {@code value}.
 */
final class Faces {
    private static final Pattern EQUATION =
            Pattern.compile("<li[^>]*><div class=\"eq[^>]*>(.*?)</div></li>", Pattern.DOTALL);
    private static final Pattern MATH = Pattern.compile("<math[^>]*>(.*?)</math>", Pattern.DOTALL);
    private static final String WORKED = "\\worked{";

    private Faces() {}

    /** Of HTML: what stands in the list of a formula's instances. */
    static List<List<String>> html(String html) {
        List<List<String>> lines = new ArrayList<>();
        Matcher equation = EQUATION.matcher(html);
        while (equation.find()) {
            StringBuilder mathMl = new StringBuilder();
            Matcher math = MATH.matcher(equation.group(1));
            while (math.find()) {
                mathMl.append(math.group(1));
            }
            lines.add(sides(mathMl(mathMl.toString())));
        }
        return lines;
    }

    private static List<String> sides(String text) {
        return List.of(text.split("=", -1));
    }

    static String mathMl(String mathMl) {
        try {
            return text(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader("<mrow>" + mathMl + "</mrow>")))
                            .getDocumentElement());
        } catch (Exception e) {
            throw new IllegalArgumentException(mathMl, e);
        }
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                children.add(each);
            }
        }
        return children;
    }

    private static String text(Element element) {
        List<Element> children = children(element);
        return switch (element.getTagName()) {
            case "mrow" -> {
                StringBuilder row = new StringBuilder();
                children.forEach(child -> row.append(text(child)));
                yield row.toString();
            }
            case "mn", "mo", "mi", "mtext" -> element.getTextContent();
            case "msqrt" ->
                    "√("
                            + children.stream()
                                    .map(Faces::text)
                                    .collect(java.util.stream.Collectors.joining())
                            + ")";
            case "mfrac" -> "(" + text(children.get(0)) + ")/(" + text(children.get(1)) + ")";
            case "msup" -> {
                String base = text(children.get(0));
                String over = text(children.get(1));
                yield base.equals("e")
                        ? "exp(" + over + ")"
                        : over.equals("2")
                                ? "(" + base + ")²"
                                : over.matches("[0-9]+")
                                        ? base + "^{" + over + "}"
                                        : base + "^" + over;
            }
            // Σ of a general formula, or terms that are written together.
            case "munder" -> text(children.get(0));
            // A number with what it is.
            case "mover" -> text(children.get(0)) + "⟨" + text(children.get(1)) + "⟩";
            case "msub", "msubsup" -> "<" + element.getTextContent() + ">";
            default -> throw new IllegalArgumentException(element.getTagName());
        };
    }

    /** Of a LaTeX document. */
    static List<List<String>> latex(String document) {
        List<List<String>> lines = new ArrayList<>();
        int begin = document.indexOf("\\general{");
        for (int at = document.indexOf(WORKED, begin); at >= 0; at = document.indexOf(WORKED, at)) {
            int end = closing(document, at + WORKED.length() - 1);
            String formula = document.substring(at + WORKED.length(), end);
            lines.add(sides(new Tex(formula).text()));
            at = end;
        }
        return lines;
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("unbalanced");
    }

    /** TeX's mathematics as one line of text. */
    private static final class Tex {
        private final String source;
        private int at;

        Tex(String source) {
            this.source = source;
        }

        String text() {
            StringBuilder text = new StringBuilder();
            while (at < source.length()) {
                text.append(next());
            }
            return text.toString();
        }

        private String group() {
            if (source.charAt(at) != '{') {
                return next();
            }
            int end = closing(source, at);
            String inner = new Tex(source.substring(at + 1, end)).text();
            at = end + 1;
            return inner;
        }

        private String next() {
            char c = source.charAt(at);
            if (c == '\\') {
                return command();
            }
            if (c == '{') {
                String inner = group();
                if (source.startsWith("^2", at)) {
                    at += 2;
                    return "(" + inner + ")²";
                }
                if (source.startsWith("^{", at) && Character.isDigit(source.charAt(at + 2))) {
                    at++;
                    return inner + "^{" + group() + "}";
                }
                return inner;
            }
            at++;
            return switch (c) {
                case '-' -> "−";
                case '\'' -> "′";
                case '_' -> "_" + group();
                case '^' -> "^" + group();
                case 'e' -> {
                    if (at < source.length() && source.charAt(at) == '^') {
                        at++;
                        yield "exp(" + group() + ")";
                    }
                    yield "e";
                }
                default -> String.valueOf(c);
            };
        }

        private String command() {
            int from = ++at;
            while (at < source.length() && Character.isLetter(source.charAt(at))) {
                at++;
            }
            String name = source.substring(from, at);
            return switch (name) {
                case "sqrt" -> "√(" + group() + ")";
                case "frac" -> "(" + group() + ")/(" + group() + ")";
                case "fit", "mathrm", "operatorname", "text" -> group();
                case "left", "right" -> "";
                case "cdot" -> "·";
                case "sigma" -> "σ";
                case "Phi" -> "Φ";
                case "varphi" -> "φ";
                case "ln", "tanh" -> name;
                case "infty" -> "∞";
                case "overset" -> {
                    String origin = group().replace('\'', '′');
                    yield group() + "⟨" + origin + "⟩";
                }
                case "underbrace" -> {
                    String together = group();
                    at++;
                    group();
                    yield together;
                }
                case "", "dots" -> {
                    at++;
                    yield "";
                }
                default -> "<" + name + ">";
            };
        }
    }
}
