package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailboxTest {
  private final Mailbox<String> mailbox = new Mailbox<>();

  @Test
  void newestMessageReplacesTheOneBefore() {
    mailbox.put("first");
    mailbox.put("second");

    assertThat(mailbox.take()).contains("second");
    assertThat(mailbox.take()).isEmpty();
  }

  @Test
  void nothingOfAnEarlierSenderArrivesAfterALaterOneBegan() {
    Mailbox.Sender<String> earlier = mailbox.handOver();
    earlier.put("lies there");

    Mailbox.Sender<String> later = mailbox.handOver();
    earlier.put("comes late");

    assertThat(mailbox.take()).isEmpty();
    later.put("arrives");
    assertThat(mailbox.take()).contains("arrives");
    assertThat(earlier.isOver()).isTrue();
    assertThat(later.isOver()).isFalse();
  }

  @Test
  void senderThatIsStoppedIsOverAndStillHeard() {
    Mailbox.Sender<String> sender = mailbox.handOver();

    mailbox.stop();
    sender.put("last word");

    assertThat(sender.isOver()).isTrue();
    assertThat(mailbox.take()).contains("last word");
  }
}
