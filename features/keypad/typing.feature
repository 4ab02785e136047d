@keypad
Feature: Typing twenty digits
  Twenty digits typed by a tired person on a small keypad: every press must count once, every slip must be
  correctable, and an entry that is no token must cost nothing.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Rule: Every press is one digit, however the contact bounces

    Scenario: The same key twice is two digits
      When the customer presses "7 7"
      Then the display reads:
        """
        77
        """

    @contacts
    Scenario Outline: A contact that bounces for <bounce> milliseconds
      Given the keys bounce for <bounce> milliseconds
      When the customer presses "1 2 2 3"
      Then the display reads:
        """
        1223
        """

      Examples:
        | bounce |
        | 0      |
        | 6      |
        | 15     |

    @contacts
    Scenario: A whole token on a worn keypad
      Given the keys bounce for 15 milliseconds
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: A key held for two seconds is one digit
      When the customer holds "5" for 2000 milliseconds
      Then the display reads:
        """
        5
        """

  Rule: The backspace key takes away the last digit

    Scenario: One digit taken back
      When the customer presses "1 2 *"
      Then the display reads:
        """
        1
        """

    Scenario: A slip in the middle of a token is corrected
      When the customer presses "1844 6799 * * 44 0738 4377 2416 #"
      Then the meter accepts it
      And the display shows "1"

    Scenario: All digits taken back
      When the customer presses "1 2 * *"
      Then the display reads:
        """
        10.0 kWh
        """

    Scenario: All digits taken back, and one more
      When the customer presses "1 2 3 * * * *"
      Then the display reads:
        """
        10.0 kWh
        """

    Scenario: The twenty-first digit taken back
      When the customer presses "1844 6744 0738 4377 2416 5 * #"
      Then the meter accepts it
      And the display shows "1"

  Rule: Only twenty digits are a token

    Scenario: Nineteen digits and Enter
      When the customer presses "1844 6744 0738 4377 241 #"
      Then the display shows "Incomplete"
      And the meter holds 10.0 kWh

    Scenario: Twenty-one digits and Enter
      When the customer presses "1844 6744 0738 4377 2416 5 #"
      Then the display shows "Incomplete"
      And the meter holds 10.0 kWh

    Scenario: Three tokens typed in one go
      When the customer presses "18446744073843772416 18446744073843772416 18446744073843772416 #"
      Then the display shows "Incomplete"
      And the meter holds 10.0 kWh

    Scenario: After an incomplete entry the next one starts afresh
      Given a 25.6 kWh credit token
      When the customer presses "1844 #"
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: Enter on an empty entry
      When the customer presses Enter
      Then the display reads:
        """
        10.0 kWh
        """
      And the meter holds 10.0 kWh
