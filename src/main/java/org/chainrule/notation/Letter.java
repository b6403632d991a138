package org.chainrule.notation;

/** A letter or word that stands for a kind of number. */
public enum Letter implements Option {
    BIG_THETA("theta", "Θ"),
    BIG_W("W"),
    SMALL_W("w"),
    P("p"),
    Z("z"),
    NET("net"),
    A("a"),
    V("v"),
    O("o"),
    OUT("out"),
    H("h"),
    Y("y"),
    Y_HAT("yhat", "ŷ"),
    BIG_J("J"),
    BIG_L("L"),
    BIG_E("E"),
    BIG_C("C"),
    T("t"),
    D("d"),
    ALPHA("alpha", "α"),
    ETA("eta", "η");

    private final String key;
    private final String sign;

    Letter(String sign) {
        this(sign, sign);
    }

    Letter(String key, String sign) {
        this.key = key;
        this.sign = sign;
    }

    @Override
    public String key() {
        return key;
    }

    /** As it is written. */
    public String sign() {
        return sign;
    }
}
