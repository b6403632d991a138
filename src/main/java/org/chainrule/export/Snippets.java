package org.chainrule.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.notation.Notation;

/**
 * The functions that exported programs are made of, each written in its own language.
 *
 * <p>In the resource, {@code #: name needs other} begins one; {@code «key»} stands for a sentence
 * in the reader's language, {@code «title»} for the worksheet's title as a comment. What is put in
 * is not looked through again: a title may hold any mark.
 */
final class Snippets {
    private static final Pattern SENTENCE = Pattern.compile("«([a-z0-9.]+)»");

    private final Words words;
    private final String title;
    private final Notation notation;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<String>> needs = new LinkedHashMap<>();

    private Snippets(Words words, String title, Notation notation) {
        this.words = words;
        this.title = title;
        this.notation = notation;
    }

    /** The functions of {@code resource}. */
    static Snippets of(String resource, Words words, String title, Notation notation) {
        Snippets snippets = new Snippets(words, Code.comment(title), notation);
        for (String part : ("\n" + read(resource)).split("\n#: ", -1)) {
            int end = part.indexOf('\n');
            if (end > 0) {
                List<String> head = List.of(part.substring(0, end).split("( needs |, )", -1));
                snippets.needs.put(head.getFirst(), head.subList(1, head.size()));
                snippets.texts.put(head.getFirst(), part.substring(end + 1).stripTrailing());
            }
        }
        return snippets;
    }

    /** The functions that {@code program} calls, and those that they need, as they are ordered. */
    String calledBy(String program, String between) {
        Set<String> called = new LinkedHashSet<>();
        for (String name : texts.keySet()) {
            if (Pattern.compile("\\b" + name + "[()]").matcher(program).find()) {
                add(name, called);
            }
        }
        StringBuilder text = new StringBuilder();
        texts.forEach((name, body) -> text.append(called.contains(name) ? body + between : ""));
        return inWords(text.toString());
    }

    private void add(String name, Set<String> called) {
        if (called.add(name)) {
            Objects.requireNonNull(needs.get(name)).forEach(other -> add(other, called));
        }
    }

    /** Whether «title» stands for anything. */
    boolean isTitled() {
        return !title.isEmpty();
    }

    /** {@code template} with every mark in it replaced. */
    String inWords(String template) {
        return SENTENCE.matcher(template)
                .replaceAll(mark -> Matcher.quoteReplacement(meaning(mark.group(1))));
    }

    private String meaning(String key) {
        return key.equals("title")
                ? title
                : words.of("code." + key, key.equals("letters") ? letters() : new Object[0]);
    }

    /** How the numbers whose addresses a program prints are written on the worksheet. */
    private Object[] letters() {
        return Stream.of(Kind.W, Kind.B, Kind.P, Kind.Z, Kind.Y, Kind.DZ, Kind.DP, Kind.DW, Kind.J)
                .map(notation::symbol)
                .toArray();
    }

    private static String read(String resource) {
        try (InputStream in =
                Objects.requireNonNull(Snippets.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
