package org.chainrule.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.chainrule.engine.Sample;
import org.chainrule.export.SamplesCsv;
import org.chainrule.fuzz.Outcome.Place;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Parsed;
import org.chainrule.worksheet.Brought;
import org.chainrule.worksheet.Permalink;
import org.chainrule.worksheet.Reading;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.WorksheetJson;

/**
 * The program's readers, all of which answer alike: the one place that knows what they are called.
 */
final class Readers {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private Readers() {}

    static Outcome<Double> number(String text, Locale locale) {
        return switch (Numbers.in(locale).parse(text)) {
            case Parsed.Value(var value) -> Outcome.of(value);
            case Parsed.Wrong(var reason, var near) ->
                    Outcome.refused(List.of(new Place(near, reason.name())));
        };
    }

    /** Samples for a network of two inputs and one output. */
    static Outcome<List<Sample>> table(String text, Locale locale) {
        return switch (SamplesCsv.read(text, 2, 1, locale)) {
            case SamplesCsv.Reading.Good(var samples) -> Outcome.of(samples);
            case SamplesCsv.Reading.Refused(var places) ->
                    Outcome.refused(
                            places.stream()
                                    .map(place -> new Place("" + place.line(), place.text()))
                                    .toList());
        };
    }

    /** What a link opens: its worksheet and the view of it. */
    static Outcome<Permalink.Opened> link(String query, Locale locale) {
        return opened(Permalink.read(query), locale);
    }

    static Outcome<Permalink.Opened> opened(Permalink.Opened opened, Locale locale) {
        return opened.refusals().isEmpty()
                ? Outcome.of(opened)
                : Outcome.refused(places(opened.refusals(), locale));
    }

    static Outcome<Worksheet> document(byte[] json, Locale locale) {
        return switch (WorksheetJson.read(json)) {
            case Reading.Good(var worksheet) -> Outcome.of(worksheet);
            case Reading.Refused(var refusals) -> Outcome.refused(places(refusals, locale));
        };
    }

    /** A worksheet with the weights, or the document, that was brought to {@code present}. */
    static Outcome<Worksheet> weights(byte[] json, Worksheet present, Locale locale) {
        return switch (Brought.read(json, present)) {
            case Brought.Document(var worksheet) -> Outcome.of(worksheet);
            case Brought.Weights(var worksheet, _) -> Outcome.of(worksheet);
            case Brought.Refused(var refusals) -> Outcome.refused(places(refusals, locale));
        };
    }

    private static List<Place> places(List<Reading.Refusal> refusals, Locale locale) {
        return refusals.stream()
                .map(refusal -> new Place(refusal.at(), refusal.fault().in(locale)))
                .toList();
    }

    /** {@code bytes} as UTF-8; what is none becomes half of a surrogate pair, as pages may send. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace('\ufffd', '\ud800');
    }
}
