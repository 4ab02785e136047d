@faults
Feature: The cover
  Somebody who opens a meter may have bypassed it. The meter remembers that until the utility has been there, through
  power cuts too, and takes nothing that the customer paid before.

  Background:
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token "paid"
    And a clear tamper token "clear"

  Rule: An opened cover latches the tamper, and closing it changes nothing

    Scenario: Opened
      When the cover is opened
      Then the tamper is latched
      And the credit is unchanged
      And the fault LED is on
      When the customer keys in token "paid"
      Then the meter refuses it
      And the credit is unchanged

    Scenario: Opened and closed
      When the cover is opened
      And the cover is closed
      Then the tamper is latched

    Scenario: Opened, and then a mains failure
      When the cover is opened
      And the cover is closed
      And the mains fails for 2 hours
      Then the tamper is latched
      And the credit is unchanged

    Scenario: Opened in the middle of a token
      When the customer types the first 10 digits of token "paid"
      And the cover is opened
      And the customer keys in the remaining digits
      Then the meter refuses it
      And the tamper is latched

  Rule: A meter that starts looks whether its cover is open

    Scenario: Opened while the mains is away
      When the mains fails
      And the cover is opened
      And the mains returns
      Then the tamper is latched

  Rule: The clear tamper token lifts it, once the cover is closed

    Scenario: Closed and cleared
      When the cover is opened
      And the cover is closed
      And the customer keys in token "clear"
      Then the meter accepts it
      And the tamper is not latched
      And the credit is unchanged

    Scenario: Cleared with the cover still open, and then a mains failure
      When the cover is opened
      And the customer keys in token "clear"
      Then the tamper is not latched
      When the mains fails for 10 seconds
      Then the tamper is latched

    Scenario: Opened a second time
      When the cover is opened
      And the cover is closed
      And the customer keys in token "clear"
      And the cover is opened
      Then the tamper is latched
