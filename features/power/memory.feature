@power
Feature: When the mains fails while the meter writes its memory
  Writing takes a moment, and the mains can fail during it. Afterwards the meter must be exactly as before and never a
  mixture, and the customer types the same digits again.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Rule: A write that was cut short never happened

    Scenario: A credit token cut short is neither credited nor used
      Given a 25.6 kWh credit token
      When the customer keys in the token and the mains fails while the meter stores it
      And the mains returns
      Then the meter holds 10.0 kWh
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: A second purchase cut short leaves the first one whole
      Given a 25.6 kWh credit token "first"
      And a 5.0 kWh credit token "second"
      When the customer keys in token "first"
      And the customer keys in token "second" and the mains fails while the meter stores it
      And the mains returns
      Then the meter holds 35.6 kWh
      When the customer keys in token "first"
      Then the meter refuses it as used
      When the customer keys in token "second"
      Then the meter accepts it
      And the meter holds 40.6 kWh

    Scenario: An update cut short leaves the old key
      Given the two key change codes to key revision 2 on base date 2014
      And a 25.6 kWh credit token
      When the customer keys in code 1
      And the customer keys in code 2 and the mains fails while the meter stores it
      And the mains returns
      Then the key revision is 1
      And the meter holds 10.0 kWh
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: Both codes again after an update cut short
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2 and the mains fails while the meter stores it
      And the mains returns
      And the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 10.0 kWh

  Rule: A meter that cannot trust its memory says so and takes nothing

    Scenario: Both copies of the memory are spoilt
      When the mains fails
      And both copies of the memory are spoilt
      And the mains returns
      Then the display reads:
        """
        Memory fault
        """
      When the customer presses "1844 #"
      Then the display reads:
        """
        Memory fault
        """

    Scenario: Both copies of the memory of a meter with one line are spoilt
      Given a meter with:
        | name    | value |
        | profile | clou  |
      When the mains fails
      And both copies of the memory are spoilt
      And the mains returns
      Then the display reads:
        """
        Err 1
        """
