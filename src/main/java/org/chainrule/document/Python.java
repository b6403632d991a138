package org.chainrule.document;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A kind of weights as Python prints them, with the line that writes them as JSON. */
public enum Python {
    /** Tensors, or a whole model. */
    TORCH("{k: v.tolist() for k, v in model.state_dict().items()}"),
    /** A list of arrays, or variables. */
    KERAS("[w.tolist() for w in model.get_weights()]"),
    SCIKIT(
            "{\"coefs_\": [w.tolist() for w in model.coefs_],"
                    + " \"intercepts_\": [b.tolist() for b in model.intercepts_]}"),
    /** Arrays by name. */
    ARRAYS("{k: v.tolist() for k, v in weights.items()}"),
    /** One array. */
    ARRAY("weights.tolist()");

    /** What is looked at of a long text. */
    private static final int LOOKED_AT = 20_000;

    private static final Pattern BEGINS =
            Pattern.compile(
                    "[(\\[]*\\s*(?:(?:collections\\.)?OrderedDict|odict_items|dict_items|dict_values|np\\.array"
                            + "|numpy\\.array|array|torch\\.tensor|tensor|tf\\.Tensor)\\(.*"
                            + "|[(\\[]*(?:Parameter containing:|<tf\\.Variable|<tf\\.Tensor|<Variable).*"
                            + "|\\w{1,60}\\(\\s+\\(\\w{1,60}\\): \\w{1,60}\\(.*",
                    Pattern.DOTALL);
    private static final Pattern BLANKS_BETWEEN =
            Pattern.compile(
                    "\\[[\\[\\s]*+[-+]?[0-9.]++(?:e[-+]?[0-9]++)?\\s++[-+]?[0-9.].*",
                    Pattern.DOTALL);

    private final String tree;

    Python(String tree) {
        this.tree = tree;
    }

    /** The line; what it prints can be opened. */
    public String line() {
        return "import json; print(json.dumps(" + tree + "))";
    }

    /** What a file of this ending holds, which Python alone opens. */
    public static Optional<Python> ofFile(String ending) {
        return switch (ending) {
            case "pt", "pth" -> Optional.of(TORCH);
            case "keras", "h5", "hdf5" -> Optional.of(KERAS);
            case "pkl", "pickle", "joblib" -> Optional.of(SCIKIT);
            case "npz" -> Optional.of(ARRAYS);
            case "npy" -> Optional.of(ARRAY);
            default -> Optional.empty();
        };
    }

    /** What of this {@code text}, which is not JSON, was printed, if anything. */
    public static Optional<Python> printed(String text) {
        String start = text.strip();
        start = start.substring(0, Math.min(LOOKED_AT, start.length()));
        boolean bracket = start.startsWith("{") || start.startsWith("[");
        return bracket || BEGINS.matcher(start).matches() ? kind(start) : Optional.empty();
    }

    private static Optional<Python> kind(String start) {
        if (names(start, "array(") && names(start, "coefs_", "intercepts_")) {
            return Optional.of(SCIKIT);
        }
        if (names(start, "<tf.", "tf.Tensor(", "<Variable")) {
            return Optional.of(KERAS);
        }
        if (names(start, "tensor(", "OrderedDict(", "Parameter containing:", "(in_features=")) {
            return Optional.of(TORCH);
        }
        if (names(start, "array(")) {
            return Optional.of(
                    start.startsWith("{") ? ARRAYS : start.startsWith("[") ? KERAS : ARRAY);
        }
        return BLANKS_BETWEEN.matcher(start).matches() ? Optional.of(ARRAY) : Optional.empty();
    }

    private static boolean names(String start, String... words) {
        return Stream.of(words).anyMatch(start::contains);
    }
}
