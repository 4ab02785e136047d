@keypad
Feature: Pausing while typing
  A customer who is called away leaves half a token on the display. The next person must find a clean meter, and a
  short pause, to look at the paper again, must not cost what was typed.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Rule: Thirty seconds after the last digit an entry is given up

    Scenario: A pause of 29 seconds
      When the customer presses "1844 6744 07"
      And 29 seconds pass
      And the customer presses "38 4377 2416 #"
      Then the meter accepts it
      And the display shows "1"

    Scenario: A pause of 31 seconds
      When the customer presses "1844 6744 07"
      And 31 seconds pass
      Then the display shows "Incomplete"
      And the meter holds 10.0 kWh

    Scenario: Nineteen digits and a walk round the house
      Given a 25.6 kWh credit token
      When the customer presses "1844 6744 0738 4377 241"
      And 10 minutes pass
      Then the display reads:
        """
        10.0 kWh
        """
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: Every digit starts the thirty seconds again
      When the customer presses "1844 6744"
      And 20 seconds pass
      And the customer presses "0738"
      And 20 seconds pass
      And the customer presses "4377 2416 #"
      Then the meter accepts it
      And the display shows "1"

    Scenario: Taking a digit back starts the thirty seconds again
      When the customer presses "1844 6744 079"
      And 20 seconds pass
      And the customer presses "*"
      And 20 seconds pass
      And the customer presses "38 4377 2416 #"
      Then the meter accepts it
      And the display shows "1"

  Rule: No key is lost while an answer is on the display

    Scenario: The next digits are typed at once
      Given a 25.6 kWh credit token
      When the customer keys in the token
      And the customer presses "1844"
      Then the display reads:
        """
        1844
        """
      And the meter holds 35.6 kWh

    Scenario: Enter is pressed a second time
      Given a 25.6 kWh credit token
      When the customer keys in the token
      And the customer presses Enter
      Then the display reads:
        """
        35.6 kWh
        """
      And the meter holds 35.6 kWh

    Scenario: Backspace while an answer is on the display
      When the customer presses "1844 #"
      And the customer presses "*"
      Then the display reads:
        """
        10.0 kWh
        """
