package io.keentill.domain.text;

/** An exception whose message is for people: it can be said in their language. */
public interface Spoken {

    /** Its message, to be shown in any language. */
    Sentence said();

    /** What an exception says: in any language if it can, otherwise the words of system or library as they are. */
    static Sentence by(Throwable e) {
        return e instanceof Spoken spoken ? spoken.said() : Sentence.quoted(String.valueOf(e.getMessage()));
    }
}
