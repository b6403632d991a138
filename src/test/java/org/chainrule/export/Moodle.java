package org.chainrule.export;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Reads and marks questions as Moodle documents it: XML format, questions with embedded answers,
 * numerical answers.
 */
final class Moodle {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final Pattern FIELD = Pattern.compile("\\{([0-9]*):(NUMERICAL|NM):");

    private Moodle() {}

    record Quiz(String category, List<Question> questions) {}

    /**
     * @param rest the text without its fields
     */
    record Question(String name, String rest, List<Field> fields) {}

    record Field(int points, List<Alternative> alternatives) {
        /** What becomes of a text that is typed; nothing where it is blank or no number. */
        Optional<Alternative> answer(String typed) {
            Optional<Double> value = number(typed);
            return value.flatMap(
                    v -> alternatives.stream().filter(each -> each.takes(v)).findFirst());
        }
    }

    /**
     * @param number null for all numbers
     * @param feedback HTML
     */
    record Alternative(double fraction, Double number, double tolerance, String feedback) {
        boolean takes(double value) {
            if (number == null) {
                return true;
            }
            double least = Math.ulp(1.0);
            double wide =
                    tolerance + least * Math.max(Math.max(tolerance, Math.abs(number)), least);
            return number - wide <= value && value <= number + wide;
        }
    }

    /** A comma is a decimal one, unless there is a point or another comma. */
    static Optional<Double> number(String typed) {
        String text = typed.replace(" ", "");
        boolean thousands = text.contains(".") || text.indexOf(',') != text.lastIndexOf(',');
        String plain = text.replace(",", thousands ? "" : ".");
        return NUMBER.matcher(plain).matches()
                ? Optional.of(Double.parseDouble(plain))
                : Optional.empty();
    }

    static Quiz read(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document =
                factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        if (!document.getDocumentElement().getTagName().equals("quiz")) {
            throw new IllegalArgumentException("no quiz");
        }
        String category = "";
        List<Question> questions = new ArrayList<>();
        for (Element each : children(document.getDocumentElement(), "question")) {
            if (each.getAttribute("type").equals("category")) {
                category = text(each, "category");
            } else if (each.getAttribute("type").equals("cloze")) {
                questions.add(question(text(each, "name"), text(each, "questiontext")));
            }
        }
        return new Quiz(category, questions);
    }

    private static List<Element> children(Element parent, String tag) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(each -> each.getTagName().equals(tag))
                .toList();
    }

    private static String text(Element parent, String tag) {
        Element child = children(parent, tag).getFirst();
        return children(child, "text").getFirst().getTextContent();
    }

    private static Question question(String name, String html) {
        List<Field> fields = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        int at = 0;
        Matcher start = FIELD.matcher(html);
        while (start.find(at)) {
            rest.append(html, at, start.start()).append("▯");
            List<String> parts = new ArrayList<>();
            at = parts(html, start.end(), parts);
            fields.add(
                    new Field(
                            Integer.parseInt(start.group(1)),
                            parts.stream().map(Moodle::alternative).toList()));
        }
        return new Question(name, rest + html.substring(at), fields);
    }

    /** The parts between ~ up to }, none of which counts after a backslash. */
    private static int parts(String html, int from, List<String> parts) {
        StringBuilder part = new StringBuilder();
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            boolean guarded = html.charAt(i - 1) == '\\';
            if (!guarded && (c == '~' || c == '}')) {
                parts.add(part.toString());
                part.setLength(0);
                if (c == '}') {
                    return i + 1;
                }
            } else {
                part.append(c);
            }
        }
        throw new IllegalArgumentException("a field without an end");
    }

    private static Alternative alternative(String part) {
        Matcher read =
                Pattern.compile("(=|%(-?[0-9]+)%)?([^#]+)(#(.*))?", Pattern.DOTALL).matcher(part);
        if (!read.matches()) {
            throw new IllegalArgumentException(part);
        }
        double fraction =
                read.group(1) == null
                        ? 0
                        : read.group(2) == null ? 1 : Integer.parseInt(read.group(2)) / 100.0;
        String feedback = read.group(5) == null ? "" : feedback(read.group(5));
        if (read.group(3).equals("*")) {
            return new Alternative(fraction, null, 0, feedback);
        }
        String[] number = read.group(3).split(":", -1);
        return new Alternative(
                fraction,
                Double.valueOf(number[0]),
                number.length > 1 ? Double.parseDouble(number[1]) : 0,
                feedback);
    }

    /** Entities first, then the braces and hashes that a backslash guards. */
    private static String feedback(String text) {
        return entities(text).replace("\\}", "}").replace("\\#", "#");
    }

    /** What a reader sees of HTML without tags. */
    static String entities(String html) {
        Matcher entity = Pattern.compile("&(#([0-9]+)|lt|gt|quot|amp);").matcher(html);
        return entity.replaceAll(found ->
                Matcher.quoteReplacement(
                        found.group(2) != null
                                ? Character.toString(Integer.parseInt(found.group(2)))
                                : switch (found.group(1)) {
                                    case "lt" -> "<";
                                    case "gt" -> ">";
                                    case "quot" -> "\"";
                                    default -> "&";
                                }));
    }
}
